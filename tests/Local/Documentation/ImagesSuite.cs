using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>The suite with a podman of its own, in which builds' containers are, too.</summary>
public sealed class ImagesSuite : ClientSuite
{
    public PodmanImage Image { get; } = new();

    protected override IReadOnlyDictionary<string, string> MoreForBuilds => new Dictionary<string, string>
    {
        ["SLUICE_CONTAINER_ENGINE"] = PodmanImage.Podman ?? "podman", ["SLUICE_CONTAINER_OPTIONS"] = Image.Options, ["SLUICE_CONTAINER_RUN_OPTIONS"] = PodmanImage.RunOptions,
    };

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Image.Dispose();
    }
}
