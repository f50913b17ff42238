using System.Text;
using Sluice.Local.Cloud.Functions.Runtime;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

public sealed class LogTailTests
{
    [Fact]
    public void A_short_log_is_whole()
    {
        var tail = new LogTail();
        tail.Add("one");
        tail.Add("two");

        tail.ToString().ShouldBe("one\ntwo\n");
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("é", 2)]
    [InlineData("\U0001F600", 1)]
    [InlineData("a\U0001F600", 3000)]
    public void Of_a_long_log_the_last_4_KiB_are_given_from_a_whole_character_on(string text, int times)
    {
        var tail = new LogTail();
        for (var line = 0; line < 9000; line++)
        {
            tail.Add(string.Concat(Enumerable.Repeat(text, times)));
            if (line > 2 && times > 1000)
            {
                break;
            }
        }

        tail.Add("the end");

        var given = tail.ToString();
        Encoding.UTF8.GetByteCount(given).ShouldBeInRange(4093, 4096);
        given.ShouldEndWith("the end\n");
        given.ShouldNotContain("\uFFFD");
    }
}
