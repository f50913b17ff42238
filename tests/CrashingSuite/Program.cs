using System.Collections;
using Sluice.CrashingSuite;
using Sluice.Local.Host;

// The suite as `serve` runs it, until what it is asked for has ended, or until it kills itself.
var (scenario, data) = (args[0], args[1]);
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
using var late = new CancellationTokenSource(TimeSpan.FromMinutes(5));
var crash = scenario == "ecs" ? EcsScenario.CrashOf(args[2..]) : ReleaseScenario.CrashOf(args[2..]);
await using var suite = await Suite.StartAsync(new SuiteOptions(data, Port: 0, environment) { CallAnswered = crash }, TimeProvider.System);
await (scenario == "ecs" ? EcsScenario.RunAsync(suite, args[2..], late.Token) : ReleaseScenario.RunAsync(suite, args[2..], late.Token));
