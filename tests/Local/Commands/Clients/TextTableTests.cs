using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands.Clients;

public sealed class TextTableTests
{
    private static readonly IReadOnlyList<IReadOnlyList<Span>> Rows = [[new("shop"), new("Succeeded", Tone.Good), new("a long first line of a commit's message")], [new("日本"), new("Failed"), new("x")]];

    [Fact]
    public void Columns_are_as_wide_as_what_is_in_them() => Text(int.MaxValue).ShouldBe(
    [
        "NAME  STATUS     WHAT",
        "shop  Succeeded  a long first line of a commit's message",
        "日本  Failed     x",
    ]);

    [Fact]
    public void The_widest_column_gives_way_where_there_is_no_room() => Text(30).ShouldBe(
    [
        "NAME  STATUS     WHAT",
        "shop  Succeeded  a long first…",
        "日本  Failed     x",
    ]);

    [Fact]
    public void Tones_are_written_only_where_there_may_be_colours()
    {
        var row = TextTable.Of(["A"], [[new("b", Tone.Good)]], 80).Last();

        row.Written(colours: false).ShouldBe("b");
        row.Written(colours: true).ShouldBe("\u001b[32mb\u001b[0m");
    }

    private static IEnumerable<string> Text(int width) => TextTable.Of(["NAME", "STATUS", "WHAT"], Rows, width).Select(row => row.Text.TrimEnd());
}
