using System.Net;

namespace Sluice.Platform.Tests.Connections;

/// <summary>A git host's API that writes down what it is asked.</summary>
internal sealed class RecordingHost : HttpMessageHandler
{
    private readonly List<string> _asked = [];
    private HttpStatusCode _status;
    private string? _answer;

    public IReadOnlyList<string> Asked => _asked;

    public string? Body { get; private set; }

    public string? Authorization { get; private set; }

    public void Answer(HttpStatusCode status, string answer) => (_status, _answer) = (status, answer);

    public void Break() => _answer = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Authorization = request.Headers.Authorization?.ToString();
        return new HttpResponseMessage(_status) { Content = new StringContent(_answer ?? throw new HttpRequestException("reset")) };
    }
}
