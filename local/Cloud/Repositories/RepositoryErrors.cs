using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>CodeCommit's errors as a machine sees them.</summary>
internal static class RepositoryErrors
{
    public const string Invalid = "CodeCommit.InvalidParameterException";

    public static TaskFailedException InvalidParameter(string message) => new(Invalid, message);

    public static TaskFailedException NoRepository(string name) => Of("RepositoryDoesNotExist", $"{name} does not exist");

    public static TaskFailedException Exists(string name) => Of("RepositoryNameExists", $"Repository named {name} already exists");

    public static TaskFailedException InvalidName(string name) => Of("InvalidRepositoryName", $"'{name}' is no name for a repository: letters, digits, '.', '_' and '-' are, and it does not end in .git");

    public static TaskFailedException NoBranch(string name) => Of("BranchDoesNotExist", $"Branch {name} does not exist");

    public static TaskFailedException NoCommit(string name) => Of("CommitDoesNotExist", $"Commit {name} does not exist");

    public static TaskFailedException Of(string error, string message) => new($"CodeCommit.{error}Exception", message);
}
