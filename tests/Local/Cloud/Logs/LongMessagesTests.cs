using System.Text;
using Sluice.Local.Cloud.Logs;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Tests.Cloud.Logs;

public sealed class LongMessagesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void A_message_that_fits_is_one(string message) => LongMessages.Cut(new LogEvent(1, message)).ShouldBe([new LogEvent(1, message)]);

    [Fact]
    public void A_long_one_is_cut_between_characters_and_nothing_is_lost()
    {
        var message = "x" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 700_000));

        var pieces = LongMessages.Cut(new LogEvent(1, message)).Select(piece => piece.Message).ToList();

        string.Concat(pieces).ShouldBe(message);
        pieces.Count.ShouldBe(5);
        pieces.TrueForAll(piece => Encoding.UTF8.GetByteCount(piece) <= EventCodec.LargestMessage && !char.IsHighSurrogate(piece[^1])).ShouldBeTrue();
    }
}
