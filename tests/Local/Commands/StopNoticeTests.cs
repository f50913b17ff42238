using Sluice.Local.Commands;

namespace Sluice.Local.Tests.Commands;

public sealed class StopNoticeTests : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private int _told;

    [Fact]
    public async Task It_is_told_when_the_stop_is_asked_for_and_once()
    {
        await using (new StopNotice(() => _told++, _asked.Token))
        {
            _told.ShouldBe(0);
            await _asked.CancelAsync();
            _told.ShouldBe(1);
        }

        _told.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_told_though_another_that_waits_for_the_stop_ends_the_command_first()
    {
        var notice = new StopNotice(() => _told++, _asked.Token);
        var ending = Task.CompletedTask;
        await using var later = _asked.Token.Register(() => ending = notice.DisposeAsync().AsTask());

        await _asked.CancelAsync();
        await ending;

        _told.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_that_ends_by_itself_says_nothing()
    {
        await new StopNotice(() => _told++, _asked.Token).DisposeAsync();

        await _asked.CancelAsync();

        _told.ShouldBe(0);
    }

    public void Dispose() => _asked.Dispose();
}
