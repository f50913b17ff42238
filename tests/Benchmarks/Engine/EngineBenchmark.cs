using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Benchmarks.Engine;

/// <summary>Executions a second of a Choice -> Pass machine, in memory, with its whole history, one after the other on one thread.</summary>
internal sealed class EngineBenchmark : IBenchmark
{
    internal const string Input = """{"kind":"order","n":42}""";
    internal const string Expected = """{"kind":"order","n":42,"result":{"size":"large","n":42}}""";
    internal const int Runs = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public string Name => "engine";

    public string Title => "executions/s of a Choice -> Pass machine, in memory, history on";

    public async Task RunAsync(TextWriter output)
    {
        var rows = new List<(string Name, Figures Figures)> { ("sluice", Ours(Data.Parse(Input))), ("sluice, input parsed each time", Ours(null)) };
        var peer = await Peer.MeasureAsync(Length, output);
        if (peer is not null)
        {
            rows.Add(("npm aws-local-stepfunctions 3.0.0", peer));
        }

        await Table.WriteAsync(output, rows, "executions/s");
        if (peer is not null)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {rows[0].Figures.Median / peer.Median:F1} times the peer's rate"));
        }
    }

    internal static string Definition()
    {
        using var stream = typeof(EngineBenchmark).Assembly.GetManifestResourceStream("choice-pass.asl.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Figures Ours(Data? input)
    {
        var definition = MachineDefinition.Parse(Definition());
        Rate(definition, input);
        return new Figures([.. Enumerable.Range(0, Runs).Select(_ => Rate(definition, input))]);
    }

    private static double Rate(MachineDefinition definition, Data? input)
    {
        GC.Collect();
        var engine = new ExecutionEngine(new NoServices(), TimeProvider.System, new InMemoryExecutionJournal());
        var clock = Stopwatch.StartNew();
        var count = 0;
        Execution execution;
        do
        {
            execution = engine.Start(definition, "bench", count.ToString(CultureInfo.InvariantCulture), input ?? Data.From(JsonNode.Parse(Input)));
            if (!execution.Completion.IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("The execution has not ended.");
            }

            count++;
        }
        while (clock.Elapsed < Length);

        var rate = count / clock.Elapsed.TotalSeconds;
        if (execution.Result!.OutputJson != Expected || execution.History.Count != 6)
        {
            throw new InvalidOperationException($"The output is {execution.Result.OutputJson}, and the history has {execution.History.Count} events.");
        }

        return rate;
    }
}
