using System.Text.RegularExpressions;
using Sluice.Local.Tests.Architecture;

namespace Sluice.Local.Tests.Guarding;

/// <summary>What a compiler does not see of tasks and handlers that nobody listens to. Timers, threads and <c>Task.Run</c> beside the guards are banned symbols.</summary>
public sealed partial class NobodyListensTests
{
    [Fact]
    public void No_task_is_begun_and_forgotten_but_by_the_guards()
    {
        var forgotten = SourceLine.Below("local", "functions")
            .Where(line => Forgotten().IsMatch(line.Text) && !line.Text.Contains("nattended", StringComparison.Ordinal))
            .Select(line => line.ToString());

        forgotten.ShouldBe(
        [
            // What a handler of the signal throws is told as the last words are: there is no suite yet that could tell it.
            "local/Commands/Signals.cs: _ = _asked.CancelAsync();",

            // A call's own task catches all that it can throw, and brings it to its execution.
            "local/StateMachines/Running/CallTable.cs: _ = InvokeAsync(call, source);",

            // It says whether the process started; its life itself is guarded.
            "local/Cloud/Functions/Runtime/VersionPool.cs: _ = Start();",
        ],
        ignoreOrder: true);
    }

    [Fact]
    public void No_handler_is_an_async_method_whose_fault_ends_the_process() =>
        SourceLine.Below("local", "functions").Where(line => AsyncVoid().IsMatch(line.Text)).Select(line => line.ToString()).ShouldBeEmpty();

    [Theory]
    [InlineData("TimeProvider.CreateTimer")]
    [InlineData("Threading.Timer")]
    [InlineData("Threading.Thread;")]
    [InlineData("Threading.ThreadPool")]
    [InlineData("Task.Run(System.Func{System.Threading.Tasks.Task})")]
    [InlineData("Task.ContinueWith")]
    public void Raw_ways_to_run_unheard_are_banned(string symbol) => File.ReadAllText(Path.Combine(SourceLine.Root, "BannedSymbols.txt")).ShouldContain(symbol);

    [GeneratedRegex(@"(^|[^.\w])_ = [\w.]*(Async|Run|Start)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forgotten();

    [GeneratedRegex(@"\basync void\b|\+= async\b|(Register|Timer|Post|Thread)\(async\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsyncVoid();
}
