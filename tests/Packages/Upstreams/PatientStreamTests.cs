using System.IO.Pipelines;
using Microsoft.Extensions.Time.Testing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Tests.Upstreams;

public sealed class PatientStreamTests
{
    [Fact]
    public async Task A_body_of_which_nothing_more_comes_ends_with_an_error()
    {
        var (time, pipe) = (new FakeTimeProvider(), new Pipe());
        await using var body = new PatientStream(pipe.Reader.AsStream(), TimeSpan.FromSeconds(60), time);
        await pipe.Writer.WriteAsync("ab"u8.ToArray(), TestContext.Current.CancellationToken);
        var buffer = new byte[10];
        (await body.ReadAsync(buffer, TestContext.Current.CancellationToken)).ShouldBe(2);

        var next = body.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        time.Advance(TimeSpan.FromSeconds(59));
        next.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<IOException>(next)).Message.ShouldBe("nothing more came for 60 s");
    }
}
