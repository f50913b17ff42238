using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class PictureTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Each_piece_stands_in_its_column_in_its_colour_and_nothing_of_it_is_markup()
    {
        var picture = XElement.Parse(Picture.Of([new Row(new Span("ab", Tone.Strong), new Span("  ")), new Row(new Span("日本"), new Span("<x>&", Tone.Bad))], 20, "A view"));

        picture.Element(_svg + "title")!.Value.ShouldBe("A view");
        picture.Descendants(_svg + "text").Select(text => $"{text.Attribute("x")!.Value} {text.Attribute("y")!.Value} {text.Attribute("fill")!.Value} {text.Value}").ShouldBe(
        [
            "16 30 #f0f3f6 ab",
            "16 49 #d0d7de 日本",
            "49.6 49 #ff7b72 <x>&",
        ]);
    }

    [Fact]
    public void The_moment_is_kept_at_which_the_most_went_on_with_the_lines_above_it()
    {
        using var told = new StringWriter();
        var screen = new PicturedScreen(new PlainScreen(told, new FakeTimeProvider()), new FakeTimeProvider());
        screen.Line("Build", "first");
        screen.Show(new LiveState().With("1", "shop", run => run with { BuildLine = "compiling" }), TimeSpan.Zero);
        screen.Line("Build", "second");
        screen.Show(new LiveState().With("1", "shop", run => run), TimeSpan.Zero);

        var picture = XElement.Parse(screen.Picture("shop")).Descendants(_svg + "text").Select(text => text.Value.Trim()).ToList();
        picture.ShouldContain("first");
        picture.ShouldContain("compiling");
        picture.ShouldNotContain("second");
        told.ToString().ShouldContain("second");
    }
}
