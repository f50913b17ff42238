using System.Text.Json.Nodes;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Narration;

/// <summary>Tells how to send requests to an alias, each alias once, where there is time to do so: a command to be copied, on a line of its own.</summary>
/// <param name="url">An alias's invoke URL.</param>
/// <param name="lasts">How long that works, e.g. <c>while this release goes on</c>; null where it works until somebody ends it, so that also what is not watched is worth it.</param>
internal sealed class TryIt(IScreen screen, Func<string, string, Uri> url, string? lasts)
{
    private const int MostTold = 1000;
    private readonly Lock _gate = new();
    private readonly HashSet<(string Function, string Alias)> _told = [];

    /// <summary>Sees every event of the buses.</summary>
    public void See(JsonObject happened)
    {
        if ((string)happened["detail-type"]! == "Sluice Traffic Shifted" && happened["detail"] is JsonObject detail
            && (lasts is null || (int?)detail["watchSeconds"] is > 0)
            && (string?)detail["functionName"] is { } function && (string?)detail["alias"] is { } alias)
        {
            Tell(function, alias);
        }
    }

    public void Tell(string function, string alias)
    {
        lock (_gate)
        {
            if (_told.Count == MostTold || !_told.Add((function, alias)))
            {
                return;
            }
        }

        screen.Line("Try it", $"requests to {function}:{alias}{(lasts is null ? "" : $", {lasts}")}:\ncurl -s -d '{{}}' {url(function, alias)}");
    }
}
