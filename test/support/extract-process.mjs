// The process of src/extract/process.ts, which a text that says so ends when its turn comes.

let received = 0;
let answered = 0;
let last = Number.POSITIVE_INFINITY;
const dieInTurn = () => {
  if (answered >= last) process.exit(7);
};
const send = process.send.bind(process);
process.send = (message) => {
  if ('ready' in message)
    process.on('message', ({ text }) => {
      if (text.includes('[reader dies]')) last = received;
      received++;
      dieInTurn();
    });
  send(message, () => {
    if (!('ready' in message)) answered++;
    dieInTurn();
  });
};
await import('../../.compiled/extract/process.js');
