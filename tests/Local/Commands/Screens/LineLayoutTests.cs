using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class LineLayoutTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Breaks_between_words_and_goes_on_below_the_text() =>
        Rows("Cost", "43 state transitions (build 6, deploy-lambda 19, pipeline 18) in 12.5 s; in AWS they would be $0.001075", 80).ShouldBe(
        [
            "03:04:05  Cost        43 state transitions (build 6, deploy-lambda 19, pipeline",
            "                      18) in 12.5 s; in AWS they would be $0.001075",
        ]);

    [Fact]
    public void Keeps_a_number_and_its_unit_together() =>
        Rows("Traffic", "hello:live  version 1 90 %  version 2 10 %, watched for 5 s", 80)[1].ShouldBe("                      5 s");

    [Fact]
    public void Does_not_break_at_120_columns_what_has_room_there() => Rows("Traffic", "hello:live  version 1 90 %  version 2 10 %, watched for 5 s", 120).ShouldHaveSingleItem();

    [Fact]
    public void Leaves_a_word_whole_that_has_no_room_in_any_row_so_that_it_can_be_copied() =>
        Rows("Try it", "curl http://127.0.0.1:44119/2015-03-31/functions/hello:live/invocations", 60)[1].Trim().ShouldBe("http://127.0.0.1:44119/2015-03-31/functions/hello:live/invocations");

    [Fact]
    public void What_follows_the_first_line_has_no_time_so_that_it_can_be_copied() =>
        Rows("Deploy", "a minimal one:\nversion: 0.0\nResources:\n  - function:\n\n12:00:00  Deploy  Succeeded", 80)[1..].ShouldBe(
            ["  version: 0.0", "  Resources:", "    - function:", "", "  12:00:00  Deploy  Succeeded"]);

    [Fact]
    public void Shortens_commits_and_digests_and_no_other_word()
    {
        LineLayout.ShortHashes($"main {new string('a', 40)}").ShouldBe("main aaaaaaaaaaaa");
        LineLayout.ShortHashes($"SHA-256 {new string('0', 64)}, done").ShouldBe("SHA-256 000000000000, done");
        LineLayout.ShortHashes($"id {new string('b', 41)} 42b2178b-e7b5-3ed7-e7ab-7525f28f3e22").ShouldBe($"id {new string('b', 41)} 42b2178b-e7b5-3ed7-e7ab-7525f28f3e22");
    }

    private static string[] Rows(string label, string text, int width) => [.. LineLayout.Rows(At, label, text, Tone.Plain, width).Select(row => row.Text)];
}
