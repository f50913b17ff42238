using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>What was accepted is delivered though the process is killed: by the next one.</summary>
public sealed class KilledDeliveryTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("sluice-killed-").FullName;

    [Fact]
    public async Task An_event_on_its_way_to_a_subscriber_that_is_away_is_delivered_by_the_next_process()
    {
        var port = FreePort();
        await using (var killed = SluiceProcess.Start("serve", "--data", _data))
        {
            var aws = await AwsAsync(killed);
            var topic = (string)(await aws.RunAsync("sns", "create-topic", "--name", "away", "--attributes", """{"DeliveryPolicy":"{\"http\":{\"defaultHealthyRetryPolicy\":{\"numRetries\":100,\"minDelayTarget\":1,\"maxDelayTarget\":1}}}"}"""))["TopicArn"]!;
            await ConfirmedAsync(aws, topic, port);
            await aws.RunAsync("events", "put-rule", "--name", "away", "--event-pattern", """{"source":["shop"]}""");
            await aws.RunAsync("events", "put-targets", "--rule", "away", "--targets", $"Id=1,Arn={topic}");
            (await aws.RunAsync("events", "put-events", "--entries", """[{"Source":"shop","DetailType":"Ordered","Detail":"{\"n\":7}"}]"""))["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
            killed.KillHard();
            await killed.ExitAsync();
        }

        using var listener = Listen(port);
        await using var next = SluiceProcess.Start("serve", "--data", _data);
        await AwsAsync(next);

        var body = await BodyAsync(listener);
        JsonNode.Parse((string)JsonNode.Parse(body)!["Message"]!)!["detail"]!.ToJsonString().ShouldBe("""{"n":7}""");
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<AwsCli> AwsAsync(SluiceProcess serving)
    {
        var line = await serving.LineAsync("listening on ");
        return new AwsCli(new Uri(line[(line.IndexOf("http", StringComparison.Ordinal))..].Trim()), Path.Combine(_data, "credentials"));
    }

    /// <summary>Subscribes an endpoint that is away right after it has confirmed.</summary>
    private static async Task ConfirmedAsync(AwsCli aws, string topic, int port)
    {
        using var listener = Listen(port);
        await aws.RunAsync("sns", "subscribe", "--topic-arn", topic, "--protocol", "http", "--notification-endpoint", $"http://127.0.0.1:{port}/");
        var token = (string)JsonNode.Parse(await BodyAsync(listener))!["Token"]!;
        await aws.RunAsync("sns", "confirm-subscription", "--topic-arn", topic, "--token", token);
    }

    private static async Task<string> BodyAsync(HttpListener listener)
    {
        var context = await listener.GetContextAsync().WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        context.Response.Close();
        return body;
    }

    private static HttpListener Listen(int port)
    {
        var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        listener.Start();
        return listener;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
