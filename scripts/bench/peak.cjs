/** Loaded before a program: says on its last line how much memory the process took at most. */
process.on('exit', () => {
  process.stdout.write(`\n${JSON.stringify({ peak: process.resourceUsage().maxRSS / 1024 })}\n`);
});
