using System.Collections.Immutable;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Tests.Commands.Screens;

/// <summary>Exact screens of what goes on.</summary>
public sealed class LiveRowsTests
{
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(100);

    private static readonly LiveRun Building = new("1", "hello")
    {
        Stages = [Done("Source", 0, 1), Going("Build", 76)],
        BuildLine = "[BUILD] Running command: dotnet publish hello.csproj --configuration Release --output out --nologo --verbosity quiet",
    };

    private static readonly LiveRun Shifting = new("2", "shop")
    {
        Stages = [Done("Source", 0, 1), Done("Build", 1, 65), Going("Deploy", 90)],
        Traffic = new LiveTraffic([new LiveShare("version 1", 0.9m), new LiveShare("version 2", 0.1m)], Now + TimeSpan.FromSeconds(203.4)),
        Requests = ImmutableSortedDictionary<string, VersionTally>.Empty.Add("1", new VersionTally(209, 0)).Add("2", Failing("KeyNotFoundException: The given key 'name' was not present in the dictionary of greetings")),
    };

    [Fact]
    public void Shows_a_build_with_its_time_and_its_last_line_at_80_columns() => Screen(80, Building).ShouldBe("""
        hello  Source ✓ 1 s  Build … 24 s
          [BUILD] Running command: dotnet publish hello.csproj --configuration Release…
        """);

    [Fact]
    public void Shows_a_build_at_120_columns() => Screen(120, Building).ShouldBe("""
        hello  Source ✓ 1 s  Build … 24 s
          [BUILD] Running command: dotnet publish hello.csproj --configuration Release --output out --nologo --verbosity quiet
        """);

    [Fact]
    public void Shows_stages_split_time_left_requests_and_errors_at_80_columns() => Screen(80, Shifting).ShouldBe("""
        shop  Source ✓ 1 s  Build ✓ 1 min 4 s  Deploy … 10 s
          version 1 90 %  ████████████████████████░░░  version 2 10 %   3 min 24 s left
          version 1: 209 (0 failed), version 2: 2 (2 failed)
          version 2: 2 × KeyNotFoundException: The given key 'name' was not present in…
        """);

    [Fact]
    public void Shows_stages_split_time_left_requests_and_errors_at_120_columns() => Screen(120, Shifting).ShouldBe("""
        shop  Source ✓ 1 s  Build ✓ 1 min 4 s  Deploy … 10 s
          version 1 90 %  ████████████████████████████████████░░░░  version 2 10 %   3 min 24 s left
          version 1: 209 (0 failed), version 2: 2 (2 failed)
          version 2: 2 × KeyNotFoundException: The given key 'name' was not present in the dictionary of greetings
        """);

    [Fact]
    public void Shows_runs_beside_each_other_and_counts_what_has_no_room()
    {
        Rows(80, 20, Building, Shifting).Count.ShouldBe(6);
        Rows(80, 3, Building, Shifting)[^1].ShouldBe("  and 4 more lines");
    }

    [Fact]
    public void Keeps_to_ASCII_where_the_terminal_knows_no_more() => Text(Rows(80, 20, unicode: false, Shifting)).ShouldStartWith("""
        shop  Source ok 1 s  Build ok 1 min 4 s  Deploy ... 10 s
          version 1 90 %  ########################---  version 2 10 %   3 min 24 s left
        """);

    [Fact]
    public void Leaves_the_bar_out_where_there_is_no_room_and_the_time_where_nobody_knows_it() =>
        Screen(50, Shifting with { Traffic = Shifting.Traffic! with { Until = null }, Requests = ImmutableSortedDictionary<string, VersionTally>.Empty, Waits = "waits for ContinueDeployment" }).ShouldBe("""
            shop  Source ✓ 1 s  Build ✓ 1 min 4 s  Deploy … …
              version 1 90 %  ██████████████░  version 2 10 %
              waits for ContinueDeployment
            """);

    [Fact]
    public void Says_which_stage_failed() => Screen(80, new LiveRun("1", "hello") { Stages = [new LiveStage("Build", TimeSpan.Zero) { Took = TimeSpan.FromSeconds(3), HasFailed = true }] })
        .ShouldBe("hello  Build ✗ 3 s");

    [Theory]
    [InlineData(20)]
    [InlineData(43)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_row_reaches_the_last_column_whatever_is_in_it(int width)
    {
        var run = Shifting with { Name = "名前\u001b[2J", BuildLine = new string('日', 300), Waits = new string('x', 300) };

        foreach (var row in Rows(width, 20, run, Building))
        {
            Cells.Of(row).ShouldBeLessThan(width);
            row.ShouldNotContain('\u001b');
        }
    }

    private static LiveStage Done(string name, int began, int ended) => new(name, TimeSpan.FromSeconds(began)) { Took = TimeSpan.FromSeconds(ended - began) };

    private static LiveStage Going(string name, int began) => new(name, TimeSpan.FromSeconds(began)) { Going = [name] };

    private static VersionTally Failing(string error) => VersionTally.None.With(error).With(error);

    private static string Screen(int width, params IEnumerable<LiveRun> runs) => Text(Rows(width, 20, runs));

    private static string Text(IEnumerable<string> rows) => string.Join('\n', rows);

    private static List<string> Rows(int width, int height, params IEnumerable<LiveRun> runs) => Rows(width, height, unicode: true, runs);

    private static List<string> Rows(int width, int height, bool unicode, params IEnumerable<LiveRun> runs) =>
        [.. LiveRows.Of(LiveState.Empty with { Runs = [.. runs] }, Now, width, height, unicode).Select(row => row.Text)];
}
