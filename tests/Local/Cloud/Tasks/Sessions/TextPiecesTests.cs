using System.Text;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("é")]
    [InlineData("a€b€")]
    [InlineData("\U0001F600\U0001F600")]
    public void No_character_is_divided(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var end = 1; end <= bytes.Length; end++)
        {
            var whole = TextPieces.Whole(bytes.AsSpan(0, end));
            Encoding.UTF8.GetString(bytes.AsSpan(0, whole)).ShouldNotContain('\uFFFD');
            (end - whole).ShouldBeInRange(0, 3);
        }

        TextPieces.Whole(bytes).ShouldBe(bytes.Length);
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xff })]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x41, 0xf8 })]
    public void What_can_become_no_character_is_not_waited_for(byte[] bytes) => TextPieces.Whole(bytes).ShouldBe(bytes.Length);

    [Fact]
    public void Of_nothing_there_is_nothing() => TextPieces.Whole([]).ShouldBe(0);
}
