using Microsoft.Extensions.Time.Testing;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

public sealed class OutputWindowTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly OutputWindow _window;

    public OutputWindowTests() => _window = new OutputWindow(_time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_acknowledged_is_sent_again_and_again()
    {
        await AddAsync();
        var second = await AddAsync();
        _window.Due().ShouldBeEmpty();

        _time.Advance(OutputWindow.Patience);
        Due().ShouldBe([0, 1]);
        Due().ShouldBeEmpty();
        _window.Acknowledge(second.Id);
        _window.Acknowledge(second.Id);
        _window.Acknowledge(Guid.Empty);

        _time.Advance(OutputWindow.Patience);
        Due().ShouldBe([0]);
    }

    [Fact]
    public async Task When_a_client_takes_nothing_nothing_more_is_sent()
    {
        var first = await AddAsync();
        for (var more = 1; more < OutputWindow.Most; more++)
        {
            await AddAsync();
        }

        var waiting = AddAsync();
        waiting.IsCompleted.ShouldBeFalse();
        _window.Acknowledge(first.Id);

        (await waiting).SequenceNumber.ShouldBe(OutputWindow.Most);
    }

    [Fact]
    public async Task It_is_empty_when_the_last_is_acknowledged()
    {
        await _window.EmptyAsync(Cancellation);
        var (first, second) = (await AddAsync(), await AddAsync());
        var empty = _window.EmptyAsync(Cancellation);
        _window.Acknowledge(first.Id);
        empty.IsCompleted.ShouldBeFalse();
        _window.Acknowledge(second.Id);

        await empty.WaitAsync(Cancellation);
    }

    private Task<AgentMessage> AddAsync() => _window.AddAsync(number => new AgentMessage(AgentMessage.Output, number, 0, new Guid((int)number + 1, 0, 0, new byte[8]), 0, PayloadType.Output, default), Cancellation);

    private IEnumerable<long> Due() => _window.Due().Select(message => message.SequenceNumber);
}
