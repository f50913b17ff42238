using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>An appspec that is of another form than <c>Resources</c>. The platform that has it registers it.</summary>
internal interface IAppSpecRoot
{
    /// <summary>The members that tell it from others.</summary>
    IReadOnlyList<string> OwnMembers { get; }

    /// <summary>Reads the document; the result counts only if no fault was noted.</summary>
    AppSpec? Read(MappingReader root);
}
