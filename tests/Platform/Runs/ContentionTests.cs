using Sluice.Platform.Runs;

namespace Sluice.Platform.Tests.Runs;

public sealed class ContentionTests
{
    [Fact]
    public async Task What_others_are_faster_with_is_decided_again()
    {
        var tries = 0;

        await Contention.RetryAsync("The application", () => Task.FromResult(++tries == Contention.Tries));

        tries.ShouldBe(20);
    }

    [Fact]
    public async Task What_others_are_always_faster_with_is_given_up() =>
        (await Should.ThrowAsync<ConcurrentModificationException>(() => Contention.RetryAsync("The application", () => Task.FromResult(false)))).Message
            .ShouldBe("The application was changed by others meanwhile; try again.");
}
