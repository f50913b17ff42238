namespace Sluice.Deployments.Tests;

public sealed class ContentionTests
{
    [Fact]
    public async Task What_others_are_faster_with_is_decided_again()
    {
        var tries = 0;

        await Contention.RetryAsync(() => Task.FromResult(++tries == 20));

        tries.ShouldBe(20);
    }

    [Fact]
    public async Task What_others_are_always_faster_with_is_given_up_and_says_that_nothing_was_done() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => Contention.RetryAsync(() => Task.FromResult(false)))).Message
            .ShouldBe("Others changed the same items 20 times while this request was decided; nothing of it was done.");
}
