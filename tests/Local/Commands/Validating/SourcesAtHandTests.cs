using Sluice.Local.Commands.Validating;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Validating;

public sealed class SourcesAtHandTests
{
    [Theory]
    [InlineData("CodeStarSourceConnection", "FullRepositoryId=acme/shop", "github.com/acme/shop", nameof(Nearness.Same))]
    [InlineData("CodeStarSourceConnection", "FullRepositoryId=acme/shop", "github.com/acme/other-shop", nameof(Nearness.Other))]
    [InlineData("CodeStarSourceConnection", "FullRepositoryId=acme/shop", "", nameof(Nearness.Possible))]
    [InlineData("GitHub", "Owner=acme;Repo=shop", "github.com/acme/shop", nameof(Nearness.Same))]
    [InlineData("CodeCommit", "RepositoryName=shop", "git-codecommit.us-east-1.amazonaws.com/v1/repos/shop", nameof(Nearness.Same))]
    [InlineData("Git", "Repository=https://example.com/acme/shop.git", "example.com/acme/shop", nameof(Nearness.Same))]
    [InlineData("Git", "Repository=https://example.com/acme/shop.git", "example.org/acme/shop", nameof(Nearness.Other))]
    [InlineData("Git", "Repository=/srv/shop", "", nameof(Nearness.Same))]
    [InlineData("Git", "Repository=/srv/other", "", nameof(Nearness.Other))]
    [InlineData("Git", "Repository=file:///srv/shop", "", nameof(Nearness.Same))]
    [InlineData("Git", "", "example.com/acme/shop", nameof(Nearness.Other))]
    public void Tells_whether_a_source_takes_the_folder(string provider, string configuration, string remote, string expected)
    {
        var source = new ActionDeclaration
        {
            Name = "Checkout",
            ActionTypeId = new ActionTypeId { Category = ActionCategory.Source, Owner = ActionOwner.AWS, Provider = provider, Version = "1" },
            Configuration = configuration.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
        };

        SourcesAtHand.Of(source, "/srv/shop", remote.Length == 0 ? [] : [remote]).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://user:secret@github.com/acme/shop.git", "github.com/acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "github.com/acme/shop")]
    [InlineData("ssh://git@github.com/acme/shop", "github.com/acme/shop")]
    [InlineData("file:///srv/shop/", "/srv/shop")]
    [InlineData("/srv/shop", "/srv/shop")]
    public void Addresses_of_one_repository_are_one(string url, string plain) => SourcesAtHand.Plain(url).ShouldBe(plain);
}
