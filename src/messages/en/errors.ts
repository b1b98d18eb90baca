export const errors = {
  notFoundTitle: 'This page does not exist',
  notFound: 'The address may be old. Start again from the menu or search.',
  forbiddenTitle: 'This page is for another role',
  forbidden: 'Ask a coordinator if you need it.',
  originTitle: 'This form came from somewhere else',
  origin: 'Open the app again from its own address, and send the form from there.',
  tooLargeTitle: 'That is too much at once',
  tooLarge: 'Send less than 1 MB at a time. Nothing was saved.',
  busyTitle: 'Too many people at once',
  busy: 'Nothing was saved. Try again in a few seconds.',
  brokenTitle: 'Something went wrong on our side',
  broken: (p: { id: string }) =>
    `Nothing was saved. Try again; if it happens again, give this number to your administrator: ${p.id}.`,
  methodTitle: 'This cannot be done that way',
  method: 'Go back and use the buttons of the page.',
}
