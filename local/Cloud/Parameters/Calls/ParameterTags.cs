using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Which resource a request for tags is about.</summary>
internal static class ParameterTags
{
    /// <exception cref="TaskFailedException">It is no parameter.</exception>
    public static void Check(string resourceType)
    {
        if (resourceType != "Parameter")
        {
            throw ParameterErrors.Is("InvalidResourceTypeException", $"{resourceType} is not a valid resource type on this machine; Parameter is.");
        }
    }

    /// <summary>Answers what is asked of a parameter.</summary>
    /// <exception cref="TaskFailedException">There is no such parameter.</exception>
    public static async Task<Parameter> OfAsync(string resourceId, Func<string, Task<Parameter>> ask)
    {
        try
        {
            return await ask(resourceId);
        }
        catch (TaskFailedException e) when (e.Error == "Ssm.ParameterNotFoundException")
        {
            throw ParameterErrors.Is("InvalidResourceIdException", $"The resource ID '{resourceId}' is not valid: there is no such parameter. Verify the ID and try again.");
        }
    }
}
