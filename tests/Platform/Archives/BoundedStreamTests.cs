using Sluice.Platform.Archives;

namespace Sluice.Platform.Tests.Archives;

public sealed class BoundedStreamTests
{
    [Fact]
    public async Task What_unpacks_to_more_than_the_bound_is_refused_while_it_is_read()
    {
        await using var stream = new BoundedStream(new MemoryStream(new byte[(1 << 20) + 1]), 1 << 20);
        var buffer = new byte[1 << 20];
        await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<InvalidDataException>(async () => await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken))).Message
            .ShouldBe("it unpacks to more than 1 MiB");
    }
}
