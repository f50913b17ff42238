using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Standing;

/// <summary>Stands in for the service while a build is rehearsed: it is on this machine alone, and gives every question the same answer, which fits them all.</summary>
internal sealed partial class RehearsalService : IAsyncDisposable
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(Whole("""{"stop": false, "authorizationToken": "none", "outside": []}"""));
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _answering;

    public RehearsalService()
    {
        _listener.Start();
        _answering = AnswerAllAsync();
    }

    /// <summary>Where it is.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}/";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AnswerAllAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync()));
            }
        }
        catch (SocketException)
        {
            // It was stopped.
        }
        finally
        {
            await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream))
            {
                await stream.WriteAsync(Answer);
            }
        }
    }

    /// <returns>Whether there was a request.</returns>
    private static async Task<bool> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (true)
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
            {
                return false;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var request = text.ToString();
            var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && request.Length - end - 4 >= (Length().Match(request) is { Success: true } length ? int.Parse(length.Groups["length"].Value, System.Globalization.CultureInfo.InvariantCulture) : 0))
            {
                return true;
            }
        }
    }

    private static string Whole(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    [GeneratedRegex(@"^content-length: *(?<length>\d{1,9})\r$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Length();
}
