using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Which types of actions an operation hands out jobs of.</summary>
internal static class PolledTypes
{
    /// <exception cref="ApiException">It is another owner's.</exception>
    public static void Check(ActionTypeId id, ActionOwner expected, string other)
    {
        if (id.Owner != expected)
        {
            throw new ApiException(CommonErrors.Validation, $"actionTypeId.owner: {expected} was expected, not {id.Owner}; {other} is for others' action types, and nobody polls for AWS's.");
        }
    }
}
