using System.Collections;
using System.Runtime.InteropServices;
using Sluice.BuildRunner;

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
await using var log = Console.OpenStandardOutput();
return await new RunnerProgram(variables, log, Console.Error).RunAsync(Path.GetTempPath(), stop.Token);

void Stop(PosixSignalContext context)
{
    // The build is ended and cleared away first; then the program ends by itself.
    context.Cancel = true;
    stop.Cancel();
}
