using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Clients;

/// <summary>A command's talk with a suite at an endpoint, and what it printed.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly StringWriter _output = new();

    public Conversation(IReadOnlyDictionary<string, string> environment, string? endpoint = null, bool isJson = false) =>
        Talk = new Talk(new SuiteClient(SuitePlace.Of(environment, endpoint, "nowhere", isDataGiven: false, _http)), _output, Look.Plain, TimeProvider.System, isJson);

    public Talk Talk { get; }

    public string Told => _output.ToString();

    public void Dispose() => _http.Dispose();
}
