using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class HarmlessTextTests
{
    [Theory]
    [InlineData("\u001b]0;title\a\u001b[2J", "^[]0;title^G^[[2J")] // the window's title, and the screen cleared
    [InlineData("\u001b]52;c;cm0gLXJm\u001b\\", "^[]52;c;cm0gLXJm^[\\")] // the clipboard
    [InlineData("\u001b]8;;https://evil.example\u001b\\docs\u001b]8;;\u001b\\", "^[]8;;https://evil.example^[\\docs^[]8;;^[\\")] // a link
    [InlineData("\u009b2J\u009d0;title\u009c", "<U+009B>2J<U+009D>0;title<U+009C>")] // the same in one character
    [InlineData("\u001b[6n\u001bc\u001b[?1049h\u001b[1A\u001b[8m", "^[[6n^[c^[[?1049h^[[1A")] // an answer typed for the user, a reset, another screen, a line up
    [InlineData("\u001b[>4;1m\u001b[", "^[[>4;1m^[[")]
    [InlineData("a\b\b\f\v\0\u007f", "a^H^H^L^K^@^?")]
    [InlineData("a\tb", "a\tb")]
    [InlineData(" 10 %\r 55 %\r100 %\r", "100 %")]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("access \u202e\u2066// admins only\u2069 \u2066", "access <U+202E><U+2066>// admins only<U+2069> <U+2066>")]
    [InlineData("ad\u200bmin\u200d\ufeff\u00ad", "ad<U+200B>min<U+200D><U+FEFF><U+00AD>")]
    [InlineData("a\u2028b\u0085c", "a<U+2028>b<U+0085>c")]
    [InlineData("می\u200cخواهم 👩\u200d💻 日本 é", "می\u200cخواهم 👩\u200d💻 日本 é")]
    [InlineData("\u001b[1;31mred\u001b[0m", "red")]
    public void Shows_what_would_act_on_a_terminal_and_leaves_the_rest(string text, string shown) => HarmlessText.Of(text).ShouldBe(shown);

    [Fact]
    public void Shows_what_is_no_text_as_such() => HarmlessText.Of("\ud83d!\ude00").ShouldBe("\ufffd!\ufffd");

    [Fact]
    public void Lets_colours_pass_where_they_may_and_ends_them_with_the_line()
    {
        HarmlessText.Of("\u001b[1;38;5;208mred\nplain\u001b[m!", colours: true).ShouldBe("\u001b[1;38;5;208mred\u001b[0m\nplain\u001b[m!\u001b[0m");
        HarmlessText.Of("\u001b[31mred\u001b[2J", colours: true).ShouldBe("\u001b[31mred^[[2J\u001b[0m");
        HarmlessText.Of("\u001b[" + new string('1', 100) + "m", colours: true).ShouldStartWith("^[[");
    }

    [Fact]
    public void Cuts_a_very_long_line_where_it_is_asked_to() =>
        HarmlessText.Of(new string('x', 100) + "\nshort", longest: 10).ShouldBe("xxxxxxxxxx … (the rest is in the log)\nshort");

    [Fact]
    public void Whatever_comes_nothing_but_colours_and_tabs_controls_the_terminal()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => random.Next(3) == 0 ? "\u001b[;m0"[random.Next(5)] : (char)random.Next(0x2100)));

            var left = HarmlessText.Of(text, colours: true).Replace("\u001b[0m", "", StringComparison.Ordinal);

            foreach (var part in left.Split('\u001b').Skip(1))
            {
                part.ShouldMatch("^\\[[0-9;:]*m", $"seed {seed}");
            }

            left.ShouldNotContain(letter => char.IsControl(letter) && letter != '\t' && letter != '\n' && letter != '\u001b', $"seed {seed}");
        }
    }
}
