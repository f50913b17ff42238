using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Sluice.World;

namespace Sluice.Local.Tests.Clients;

/// <summary>An HTTP endpoint that subscribes to a topic and believes only what is signed, by the documented rules: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html.</summary>
internal sealed class TopicSubscriber : IAsyncDisposable
{
    private readonly Channel<(IHeaderDictionary Headers, string Body)> _came = Channel.CreateUnbounded<(IHeaderDictionary, string)>();
    private LoopbackServer? _server;

    /// <summary>What it answers to the next requests; 200 when there is no more.</summary>
    public Queue<int> Answers { get; } = new();

    public string Address => _server!.Address;

    public static async Task<TopicSubscriber> StartAsync()
    {
        var subscriber = new TopicSubscriber();
        subscriber._server = await LoopbackServer.StartAsync(subscriber.AnswerAsync);
        return subscriber;
    }

    /// <summary>The next message that came, with its headers.</summary>
    public async Task<(IHeaderDictionary Headers, string Body)> NextAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromMinutes(2));
        return await _came.Reader.ReadAsync(late.Token);
    }

    /// <summary>The next message, whose signature is good.</summary>
    public async Task<JsonNode> VerifiedAsync()
    {
        var message = JsonNode.Parse((await NextAsync()).Body)!;
        await VerifyAsync(message);
        return message;
    }

    /// <summary>Visits a URL of a message.</summary>
    public static async Task<string> VisitAsync(JsonNode message, string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri((string)message[url]!), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static async Task VerifyAsync(JsonNode message)
    {
        string[] signed = (string)message["Type"]! == "Notification"
            ? ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
            : ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
        var text = string.Concat(signed.Where(name => message[name] is not null).Select(name => $"{name}\n{(string)message[name]!}\n"));
        using var certificate = X509Certificate2.CreateFromPem(await VisitAsync(message, "SigningCertURL"));
        using var key = certificate.GetRSAPublicKey()!;
        var hash = (string)message["SignatureVersion"]! == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String((string)message["Signature"]!), hash, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        key.VerifyData(Encoding.UTF8.GetBytes(text + "x"), Convert.FromBase64String((string)message["Signature"]!), hash, RSASignaturePadding.Pkcs1).ShouldBeFalse();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await LoopbackServer.BodyAsync(context.Request);
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
        context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
        _came.Writer.TryWrite((headers, body));
    }
}
