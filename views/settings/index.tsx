import type { settings } from '#src/settings/queries.ts'
import { Head, Layout } from '../layout.tsx'
import {
  Actions,
  type Filled,
  Form,
  InputField,
  QuantityField,
  SelectField,
} from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'
import { type Overtaking, Version } from '../shared/versioned.tsx'

type SettingsProps = {
  setting: Awaited<ReturnType<typeof settings>>
  filled: Filled
  overtaking: Overtaking
}

export function Settings({ setting, filled, overtaking }: SettingsProps) {
  const { settings, common } = useSay()
  const failed = Object.keys(filled.problems).length > 0
  const { title } = settings
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="settings" narrow>
      <Head title={title} lead={settings.lead} />
      <Form action="/settings" filled={filled}>
        <Version {...{ filled, overtaking }} current={setting.version} />
        <div class="fields">
          <InputField
            {...{ name: 'programmeName', label: settings.programmeName, filled }}
            value={setting.programmeName}
            hint={settings.programmeNameHint}
          />
          <InputField
            {...{ name: 'neutralName', label: settings.neutralName, filled }}
            value={setting.neutralName}
            hint={settings.neutralNameHint}
          />
          <InputField
            {...{ name: 'neutralPage', label: settings.neutralPage, filled }}
            value={setting.neutralPage}
            hint={settings.neutralPageHint}
          />
          <TimeFields {...{ setting, filled }} />
        </div>
        <Actions save={settings.save} cancel="/menu" />
      </Form>
    </Layout>
  )
}

function TimeFields({ setting, filled }: Pick<SettingsProps, 'setting' | 'filled'>) {
  const { settings } = useSay()
  const hours = Array.from({ length: 12 }, (_, hour) => ({
    value: hour,
    label: settings.hour({ hour }),
  }))
  return (
    <>
      <SelectField
        {...{ name: 'fiscalYearStart', label: settings.fiscalYearStart, filled }}
        value={setting.fiscalYearStart}
        options={settings.months.map((label, index) => ({ value: index + 1, label }))}
        hint={settings.fiscalYearHint}
      />
      <SelectField
        {...{ name: 'dayEndsAtHour', label: settings.dayEndsAtHour, filled }}
        value={setting.dayEndsAtHour}
        options={hours}
        hint={settings.dayEndsHint}
      />
      <QuantityField
        {...{ name: 'retentionMonths', label: settings.retentionMonths, filled }}
        value={setting.retentionMonths}
        hint={settings.retentionHint}
      />
    </>
  )
}
