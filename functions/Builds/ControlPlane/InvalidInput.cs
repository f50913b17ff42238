using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane;

/// <summary>CodeBuild's errors, of which it has few: what is wrong with a request is one of them, whatever it is.</summary>
public static class InvalidInput
{
    /// <summary>The error's name.</summary>
    public const string Code = "InvalidInputException";

    /// <summary>What is named is not there.</summary>
    public const string NotFound = "ResourceNotFoundException";

    /// <summary>What is to be made is there.</summary>
    public const string Exists = "ResourceAlreadyExistsException";

    /// <summary>That something is wrong.</summary>
    public static ApiException Of(string message) => new(Code, message);
}
