using System.Net;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>
/// Tells a function's process from whoever else calls its Runtime API. A secret in the address would not do: runtimes know a host and a port only (Node's splits at the colon). So it is asked who holds
/// the connection, once for each; where the system does not tell, all but pages in browsers are let in, and the conversation bears strangers.
/// </summary>
/// <param name="process">The id of the process, once it has started.</param>
internal sealed class RuntimeCaller(Task<int> process)
{
    private static readonly object Known = new();

    /// <summary>Why the caller is refused; null lets it in.</summary>
    public async ValueTask<string?> RefusalAsync(HttpContext http)
    {
        if (PageGuard.Refusal(RequestSource.Of(http.Request)) is { } refusal)
        {
            return refusal;
        }

        var connection = http.Features.Get<IConnectionItemsFeature>()?.Items ?? new Dictionary<object, object?>();
        if (!connection.ContainsKey(Known) && ConnectionOwner.IsOfFamily(await process, Client(http), Server(http)) == false)
        {
            return "This address is for one function process alone, and the caller is none of its processes.";
        }

        connection[Known] = true;
        return null;
    }

    private static IPEndPoint Client(HttpContext http) => new(http.Connection.RemoteIpAddress!, http.Connection.RemotePort);

    private static IPEndPoint Server(HttpContext http) => new(http.Connection.LocalIpAddress!, http.Connection.LocalPort);
}
