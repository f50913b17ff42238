using System.Text;
using Sluice.Platform.Documents;

namespace Sluice.Platform.Tests.Documents;

public sealed class ExaminedDocumentTests
{
    [Fact]
    public void Faults_and_remarks_are_told_with_line_and_column_in_their_order()
    {
        var read = Examine("x.yml", "size: big\nlist:\n  - name: \"é\"\n  - name: b\n    nmae: c\n");

        read.Faults.Select(Told).ShouldBe(
        [
            "1:1 Refused size: a whole number was expected, not 'big'",
            "3:5 Doubtful list[0].name: hardly meant",
            "3:11 Foreseen list[0].name: fails later",
            "4:5 Doubtful list[1].name: hardly meant",
            "4:11 Foreseen list[1].name: fails later",
            "5:5 Refused list[1].nmae: is not known here; did you mean 'name'?",
        ]);
        read.IsTaken.ShouldBeFalse();
        read.Result!.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_only_foreseen_or_doubtful_is_no_reason_to_refuse()
    {
        var read = Examine("x.json", """{"list": [{"name": "a"}]}""");

        read.IsTaken.ShouldBeTrue();
        read.Faults.Count.ShouldBe(2);
    }

    [Fact]
    public void In_one_long_line_columns_are_counted_in_characters() =>
        Examine("x.json", """{"note": "öäü", "list": [{"nmae": "a", "name": "b"}]}""").Faults.Where(fault => fault.Weight == FaultWeight.Refused).Select(Told).ShouldBe(
            ["1:2 Refused note: is not known here", "1:27 Refused list[0].nmae: is not known here; did you mean 'name'?"]);

    [Theory]
    [InlineData("x.json", "{\n \"size\": }", "2:10 Refused : this is not JSON: '}' is an invalid start of a value.")]
    [InlineData("x.json", "[]", "1:1 Refused : a map (name: value) was expected, not a list")]
    [InlineData("x.yml", "a: [1, 2", "1:9 Refused : this is not YAML: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [InlineData("x.yml", "", "0:0 Refused : the file is empty")]
    public void What_is_no_document_at_all_is_one_fault(string file, string text, string told)
    {
        var read = Examine(file, text);

        read.Result.ShouldBeNull();
        Told(read.Faults.ShouldHaveSingleItem()).ShouldBe(told);
        read.IsTaken.ShouldBeFalse();
    }

    [Fact]
    public void A_part_that_is_not_there_is_found_where_it_would_be()
    {
        var places = Examine("x.yml", "list:\n  - name: a\n").Places;

        places.Find("list[0].name.deeper").ShouldBe((2, 5));
        places.Find("list[0].other").ShouldBe((2, 5));
        places.Find("list[7]").ShouldBe((1, 1));
        places.Find("nothing").ShouldBe((1, 1));
        places.Has("list[0].name").ShouldBeTrue();
        places.Has("list[0].other").ShouldBeFalse();
        DocumentPlaces.None.Find("a").ShouldBe((0, 0));
        places.Fault("x.yml", "list[0].name", "no", FaultWeight.Foreseen).ShouldBe(new Fault("x.yml", 2, "list[0].name", "no") { Column = 5, Weight = FaultWeight.Foreseen });
    }

    private static string Told(Fault fault) => $"{fault.Line}:{fault.Column} {fault.Weight} {fault.Path}: {fault.Message}";

    private static ExaminedDocument<List<string>> Examine(string file, string text) => DocumentReader.Examine<List<string>>(file, Encoding.UTF8.GetBytes(text), root =>
    {
        root.OptionalInt("size");
        return
        [
            .. root.ListOfMappings("list", item =>
            {
                item.Foresee(item.Node("name")!, "fails later");
                item.Doubt("name", "hardly meant");
                return item.RequiredString("name");
            }),
        ];
    });
}
