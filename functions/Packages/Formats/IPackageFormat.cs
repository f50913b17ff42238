namespace Sluice.Packages.Formats;

/// <summary>A format's registry, as its package managers speak to it. Registered by its format.</summary>
public interface IPackageFormat
{
    /// <summary>Which format.</summary>
    PackageFormat Format { get; }

    /// <summary>Answers a request of somebody who may read. Whoever writes is asked for the right by <see cref="FormatRequest.Demand"/>.</summary>
    /// <exception cref="ApiException">What is refused, in CodeArtifact's words.</exception>
    Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken);

    /// <summary>How clients without a good token are asked for one; null where they show the message only if they are not.</summary>
    string? Challenge => "Basic realm=\"codeartifact\"";

    /// <summary>A refusal in such a form that the format's clients show the message.</summary>
    ApiResponse Refuse(int status, string message);
}
