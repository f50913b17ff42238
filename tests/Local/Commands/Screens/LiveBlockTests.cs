using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class LiveBlockTests
{
    private readonly LiveBlock _block = new();
    private readonly SmallTerminal _terminal = new(40);

    [Fact]
    public void Replaces_its_rows_in_place_below_the_lines_that_stay()
    {
        Update([], "hello  Build 1 s", "  compiling");
        Update(["10:00:00  Build  warning"], "hello  Build 2 s", "  linking all of it");
        Update([], "hello  Deploy 1 s");

        _terminal.Rows.ShouldBe(["10:00:00  Build  warning", "hello  Deploy 1 s"]);
    }

    [Fact]
    public void Goes_away_without_a_trace()
    {
        Update(["one"], "live", "more");
        Update([]);
        Update(["two"]);

        _terminal.Rows.ShouldBe(["one", "two", ""]);
    }

    [Fact]
    public void Lines_that_are_as_wide_as_the_terminal_or_wider_stay_whole()
    {
        Update([], "live");
        Update([new string('x', 40), new string('y', 90)], "live");

        _terminal.Rows.ShouldBe([new string('x', 40), new string('y', 40), new string('y', 40), new string('y', 10), "live"]);
    }

    [Fact]
    public void Leaves_nothing_behind_when_the_terminal_gets_narrower()
    {
        Update(["stays"], new string('a', 39), new string('b', 30), "c");
        _terminal.Narrow(20);
        Update([], 20, "live", "less");

        _terminal.Rows.ShouldBe(["stays", "live", "less"]);
    }

    [Fact]
    public void What_the_terminal_writes_for_Ctrl_C_moves_no_row()
    {
        Update([], new string('a', 39), new string('b', 39));
        _terminal.Write("^C");
        Update(["stopping"]);

        _terminal.Rows.ShouldBe(["stopping", ""]);
    }

    [Fact]
    public void Writes_nothing_while_nothing_changes_and_never_clears_what_it_is_about_to_write()
    {
        _block.Update([], [new Row(new Span("one"))], 40, colours: false);
        _block.Update([], [new Row(new Span("one"))], 40, colours: false).ShouldBeEmpty();
        _block.Update([], [new Row(new Span("two"))], 40, colours: false).ShouldBe("\u001b[?2026h\rtwo\u001b[J\r\u001b[?2026l");
    }

    private void Update(IReadOnlyList<string> lines, params IEnumerable<string> rows) => Update(lines, 40, rows);

    private void Update(IReadOnlyList<string> lines, int width, params IEnumerable<string> rows) =>
        _terminal.Write(_block.Update(lines, [.. rows.Select(row => new Row(new Span(row)))], width, colours: false));
}
