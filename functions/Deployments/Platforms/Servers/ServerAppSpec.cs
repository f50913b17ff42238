using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Servers;

/// <summary>An appspec for servers: told for what it is, since it is not built yet.</summary>
internal sealed class ServerAppSpec : IAppSpecRoot
{
    public IReadOnlyList<string> OwnMembers { get; } = ["os", "files", "permissions", "file_exists_behavior"];

    public AppSpec? Read(MappingReader root)
    {
        root.Fault(
            OwnMembers.First(root.Has),
            "this is an appspec for servers (EC2 and on-premises), which is not built yet; expected Resources with an AWS::Lambda::Function or an AWS::ECS::Service");
        root.Ignore(root.Names);
        return null;
    }
}
