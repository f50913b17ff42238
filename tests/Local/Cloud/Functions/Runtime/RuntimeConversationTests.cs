using Sluice.Local.Cloud.Functions.Runtime;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

public sealed class RuntimeConversationTests
{
    private static readonly CancellationToken NoEnd = CancellationToken.None;
    private readonly RuntimeConversation _conversation;
    private int _ready;

    public RuntimeConversationTests() => _conversation = new RuntimeConversation(() => _ready++);

    [Fact]
    public async Task Who_asks_while_the_process_waits_waits_behind_it_and_is_refused_when_it_has_answered()
    {
        var process = _conversation.NextAsync(NoEnd);
        var stranger = _conversation.NextAsync(NoEnd);
        var first = Request("1");

        _conversation.Begin(first).ShouldBeTrue();

        (await process).ShouldBe(first);
        stranger.IsCompleted.ShouldBeFalse();
        _conversation.Complete("1", Answer).ShouldBeTrue();
        (await stranger).ShouldBeNull();
        _ready.ShouldBe(1);

        var again = _conversation.NextAsync(NoEnd);
        var second = Request("2");
        _conversation.Begin(second);
        (await again).ShouldBe(second);
        _ready.ShouldBe(2);
    }

    [Fact]
    public async Task A_process_that_hung_up_and_asks_again_gets_the_request()
    {
        using var connection = new CancellationTokenSource();
        var broken = _conversation.NextAsync(connection.Token);
        var again = _conversation.NextAsync(NoEnd);
        await connection.CancelAsync();
        var request = Request("1");

        _conversation.Begin(request);

        await Should.ThrowAsync<OperationCanceledException>(() => broken);
        (await again).ShouldBe(request);
        _ready.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_did_not_get_through_goes_to_who_waits_and_else_to_who_asks_next()
    {
        var broken = _conversation.NextAsync(NoEnd);
        var waiting = _conversation.NextAsync(NoEnd);
        var request = Request("1");
        _conversation.Begin(request);
        await broken;

        _conversation.Undelivered(request);
        (await waiting).ShouldBe(request);
        _conversation.Undelivered(request);

        (await _conversation.NextAsync(NoEnd)).ShouldBe(request);
        (await _conversation.NextAsync(NoEnd)).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_to_another_request_and_an_initialisation_error_after_the_start_change_nothing()
    {
        var process = _conversation.NextAsync(NoEnd);

        _conversation.Complete("other", Answer).ShouldBeFalse();
        _conversation.InitialisationFailed(InvocationAnswer.Failure("Late", "no")).ShouldBeFalse();

        (await _conversation.Initialised).ShouldBeNull();
        var request = Request("1");
        _conversation.Begin(request);
        (await process).ShouldBe(request);
        _conversation.Complete("other", Answer).ShouldBeFalse();
        request.Answer.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_end_of_the_process_ends_what_waits_and_what_asks_later()
    {
        var waiting = _conversation.NextAsync(NoEnd);

        _conversation.End("exit status 1");

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await Should.ThrowAsync<OperationCanceledException>(() => _conversation.NextAsync(NoEnd));
        _conversation.Begin(Request("1")).ShouldBeFalse();
    }

    private static InvocationAnswer Answer => new([], Error: null);

    private static Invocation Request(string id) => new(id, "arn", DateTimeOffset.UnixEpoch, "trace", []);
}
