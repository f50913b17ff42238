using System.Text.Json.Nodes;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Narration;

/// <summary>Says so when a new version was watched and nobody asked it anything: then no alarm could have fired.</summary>
/// <param name="requests">How many requests an alias's version was asked since a time.</param>
internal sealed class BakeWatch(IScreen screen, TimeProvider time, Func<BakedVersion, DateTimeOffset, double> requests)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (BakedVersion Version, long Since)> _baking = [];

    /// <summary>Sees every event of the buses.</summary>
    public void See(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        switch ((string)happened["detail-type"]!)
        {
            case "Sluice Traffic Shifted":
                End(detail);
                Begin(detail);
                break;
            case "Sluice Deployment Judged" when detail["needed"] is not null:
                Forget(detail);
                break;
            case "CodeDeploy Deployment State-change Notification" when detail["outcome"] is not null:
                End(detail);
                break;
        }
    }

    private void Begin(JsonObject detail)
    {
        if (detail["weights"] is JsonObject { Count: > 1 } && (string?)detail["targetVersion"] is { } version)
        {
            lock (_gate)
            {
                _baking[(string)detail["deploymentId"]!] = (new BakedVersion((string)detail["functionName"]!, (string)detail["alias"]!, version), time.GetTimestamp());
            }
        }
    }

    // Its requests were counted, and their number told.
    private void Forget(JsonObject detail)
    {
        lock (_gate)
        {
            _baking.Remove((string)detail["deploymentId"]!);
        }
    }

    private void End(JsonObject detail)
    {
        (BakedVersion Version, long Since) baked;
        lock (_gate)
        {
            if (!_baking.Remove((string)detail["deploymentId"]!, out baked))
            {
                return;
            }
        }

        if (requests(baked.Version, time.GetUtcNow() - time.GetElapsedTime(baked.Since)) == 0)
        {
            screen.Line("Bake", $"no request came to version {baked.Version.Version} while it was watched, so there was nothing to judge", Tone.Warning);
        }
    }
}
