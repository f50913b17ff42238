using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Tests.Cloud.Functions.Streaming;

public sealed class AnswerStreamTests
{
    private readonly AnswerStream _stream = new();

    [Fact]
    public async Task A_function_waits_for_a_slow_caller_and_little_is_in_memory()
    {
        var written = 0;
        var writing = Task.Run(
            async () =>
            {
                for (; written < 1000; written++)
                {
                    await _stream.WriteAsync([(byte)written], CancellationToken.None);
                }

                _stream.End();
            },
            TestContext.Current.CancellationToken);
        var read = 0;

        await foreach (var piece in _stream.ReadAsync(TestContext.Current.CancellationToken))
        {
            piece.ShouldBe([(byte)read++]);
            (Volatile.Read(ref written) - read).ShouldBeLessThanOrEqualTo(17);
        }

        await writing;
        read.ShouldBe(1000);
    }

    [Fact]
    public async Task What_is_written_after_the_caller_left_is_dropped_and_so_is_what_waits()
    {
        for (var i = 0; i < 16; i++)
        {
            await _stream.WriteAsync([1], CancellationToken.None);
        }

        var waits = _stream.WriteAsync([2], CancellationToken.None);
        waits.IsCompleted.ShouldBeFalse();
        _stream.End();

        await waits;
        await _stream.WriteAsync([3], CancellationToken.None);
    }

    [Fact]
    public async Task An_answer_begins_once_and_knows_its_version()
    {
        _stream.RoutedTo("7").Begin("text/plain").ShouldBeTrue();
        _stream.Begin("text/html").ShouldBeFalse();

        (await _stream.Head).ShouldBe(new AnswerHead("7", "text/plain"));
    }

    [Fact]
    public async Task One_that_ends_without_beginning_has_no_head()
    {
        _stream.End();

        (await _stream.Head).ShouldBeNull();
        _stream.Begin("text/plain").ShouldBeFalse();
    }
}
