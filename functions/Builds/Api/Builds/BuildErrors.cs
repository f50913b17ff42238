using Sluice.Builds.ControlPlane;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>The errors about builds.</summary>
internal static class BuildErrors
{
    public static ApiException DoesNotExist(string? id) => new(InvalidInput.NotFound, $"There is no build '{id}'.");

    public static ApiException NotAnId(string? id) => InvalidInput.Of($"'{id}' is no id of a build; expected PROJECT:UUID, or a build's ARN.");
}
