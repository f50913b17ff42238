using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>The errors about webhooks.</summary>
internal static class WebhookErrors
{
    public static ApiException DoesNotExist(string project) => new(InvalidInput.NotFound, $"The project '{project}' has no webhook.");
}
