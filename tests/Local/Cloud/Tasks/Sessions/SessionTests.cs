using System.Net.WebSockets;
using System.Text;
using Sluice.Local.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

/// <summary>Terminals in a task, over a real socket.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Who_comes_with_the_token_sits_at_a_terminal_in_the_tasks_environment()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("sh");

        await client.TypeAsync("echo \"I am $HOME_OF_TEST\"; test -t 0 && echo 'at a ter''minal'\r");
        await client.PrintsAsync("at a terminal");
        await client.TypeAsync("exit\r");
        await client.EndsAsync();

        client.Printed.ShouldContain("I am here");
        client.Printed.ShouldNotContain("/dev/");
        client.Closed.ShouldBe("");
        client.Acknowledged.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task It_is_as_large_as_the_client_says()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("sh");

        await client.ResizeAsync(132, 43);
        await client.TypeAsync("stty size\r");
        await client.PrintsAsync("43 132");
        await client.ResizeAsync(0, 1_000_000);
        await client.ResizeAsync(90, 20);
        await client.TypeAsync("stty size\r");
        await client.PrintsAsync("20 90");
    }

    [Fact]
    public async Task What_comes_twice_is_typed_once_and_what_comes_early_in_its_turn()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("read -r first; read -r second; echo \"[$first][$second]\"");

        await client.SendAsync(1, 1, "two\r");
        await client.SendAsync(0, 1, "one-");
        await client.SendAsync(0, 1, "one-");
        await client.SendAsync(1, 1, "two\r");
        await client.SendAsync(2, 1, "three\r");

        await client.PrintsAsync("[one-two][three]");
    }

    [Fact]
    public async Task What_a_client_is_not_ready_for_it_is_sent_again()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("echo 'for the one who waits'; read line");
        client.IsReady = false;
        await client.ReadAsync();
        client.IsReady = true;

        await client.PrintsAsync("for the one who waits");
    }

    [Fact]
    public async Task Much_output_comes_whole()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("seq 1 20000; echo '€ € €'");

        await client.EndsAsync();

        client.Printed.ShouldBe($"{string.Concat(Enumerable.Range(1, 20_000).Select(number => $"{number}\r\n"))}€ € €\r\n");
    }

    [Fact]
    public async Task A_token_is_good_once_and_for_its_own_session_alone()
    {
        await using var server = await SessionServer.StartAsync();
        var (session, other) = (await server.ExecuteAsync("cat"), await server.ExecuteAsync("cat"));
        using var stranger = await server.ConnectAsync(session, (string)other["TokenValue"]!);
        await stranger.EndsAsync();
        stranger.Refusal.ShouldBe("The token is not this session's.");

        using var client = await server.ConnectAsync(session);
        await client.TypeAsync("hello\r");
        await client.PrintsAsync("hello");

        await Should.ThrowAsync<WebSocketException>(() => server.ConnectAsync(session));
    }

    [Fact]
    public async Task Nobody_comes_to_a_session_that_there_is_not()
    {
        await using var server = await SessionServer.StartAsync();
        var session = await server.ExecuteAsync("cat");
        session["StreamUrl"] = ((string)session["StreamUrl"]!)[..^1] + "x";

        (await Should.ThrowAsync<WebSocketException>(() => server.ConnectAsync(session))).Message.ShouldContain("404");
    }

    [Fact]
    public async Task A_client_that_says_something_else_is_shown_out()
    {
        await using var server = await SessionServer.StartAsync();
        byte[][] others = [Encoding.ASCII.GetBytes("hello"), new byte[AgentMessageCodec.Largest + 1], Corrupted()];
        foreach (var other in others)
        {
            using var client = await server.SitAsync("cat");
            await client.SendAsync(other);
            await client.EndsAsync();
            client.Refusal.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_client_may_end_it()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("cat");

        await client.SendAsync(0, 10, "\0\0\0\u0002");
        await client.EndsAsync();

        client.Closed.ShouldBe("");
    }

    [Fact]
    public async Task It_ends_with_its_task()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("cat");
        var waiting = await server.ExecuteAsync("cat");
        await client.TypeAsync("hello\r");
        await client.PrintsAsync("hello");

        await server.EndTaskAsync();
        await client.EndsAsync();

        client.Closed.ShouldBe("");
        await Should.ThrowAsync<WebSocketException>(() => server.ConnectAsync(waiting));
    }

    [Fact]
    public async Task It_ends_with_the_suite()
    {
        await using var server = await SessionServer.StartAsync();
        using var client = await server.SitAsync("cat");
        await client.TypeAsync("hello\r");
        await client.PrintsAsync("hello");

        server.Cloud.Services.Stopping();
        await client.EndsAsync();

        client.Closed.ShouldBe("");
    }

    [Fact]
    public async Task A_machine_that_has_no_terminals_says_what_it_lacks()
    {
        await using var server = await SessionServer.StartAsync(machine: variables => variables["PATH"] = "/nowhere");
        using var client = await server.SitAsync("cat");

        await client.EndsAsync();

        client.Closed.ShouldBe("A terminal is made by 'script' of util-linux, and this machine has none on its PATH.");
    }

    private static byte[] Corrupted()
    {
        var bytes = SessionClient.Message("input_stream_data", 0, 1, Encoding.ASCII.GetBytes("hello"));
        bytes[^1]++;
        return bytes;
    }
}
