using System.Collections;
using Sluice.Benchmarks;
using Sluice.Benchmarks.Api;
using Sluice.Benchmarks.Builds;
using Sluice.Benchmarks.Crowds;
using Sluice.Benchmarks.Engine;
using Sluice.Benchmarks.Judging;
using Sluice.Benchmarks.Memory;
using Sluice.Benchmarks.Packages;
using Sluice.Benchmarks.Pipelines;
using Sluice.Benchmarks.Rollback;
using Sluice.Benchmarks.Transitions;

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
IReadOnlyList<IBenchmark> all =
[
    new EngineBenchmark(), new RollbackBenchmark(environment), new TransitionsBenchmark(environment), new ApiBenchmark(environment), new CrowdBenchmark(),
    new MemoryBenchmark(), new JudgingBenchmark(),
    new OverheadBenchmark(), new StartBenchmark(environment), new LogBenchmark(), new BuildspecBenchmark(), new QueueBenchmark(),
    new ActionsBenchmark(environment), new RunsBenchmark(), new PushBenchmark(environment), new RegistryBenchmark(), new InstallBenchmark(), new LargeFileBenchmark(),
];
var unknown = args.Except(all.Select(benchmark => benchmark.Name)).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{unknown[0]}'; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    await Console.Out.WriteLineAsync($"{benchmark.Name}: {benchmark.Title}");
    await benchmark.RunAsync(Console.Out);
    await Console.Out.WriteLineAsync();
}

return 0;
