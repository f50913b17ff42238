using System.Collections;
using System.Runtime.InteropServices;
using Sluice.BuildContract;
using Sluice.BuildRunner;
using Sluice.BuildRunner.Standing;

IReadOnlyDictionary<string, string> variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
if (variables.ContainsKey(RunnerVariables.Standby))
{
    if (await new Standby(variables, Console.In, Console.Out).WaitAsync(Path.GetTempPath()) is not { } all)
    {
        return 0;
    }

    // There are libraries that read the environment themselves.
    all.ToList().ForEach(variable => Environment.SetEnvironmentVariable(variable.Key, variable.Value));
    Environment.SetEnvironmentVariable(RunnerVariables.Standby, null);
    variables = all;
}

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
await using var log = Console.OpenStandardOutput();
return await new RunnerProgram(variables, log, Console.Error).RunAsync(Path.GetTempPath(), stop.Token);

void Stop(PosixSignalContext context)
{
    // The build is ended and cleared away first; then the program ends by itself.
    context.Cancel = true;
    stop.Cancel();
}
