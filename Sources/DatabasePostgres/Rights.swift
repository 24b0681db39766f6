/// The statements that give a database its roles, for whoever owns its tables and may make roles.
///
/// Rights go by the names of tables and columns, so that the tables of a pack written by a stranger take part by
/// themselves: rows with a column `unit` are a unit's records, tables called `unit…` are the register of units, and
/// `sealed…` and `case…` are for case officers.
public enum Rights {
    /// SQL for `psql`. It may run again at any time, and runs by itself as tables are added.
    public static let statements = """
        -- Roles of a Sen database. Run it as the owner of the tables:  sen roles | psql postgres://sen@server/database
        -- Then let people in, each for one office and, if wanted, for the units under one unit:
        --     SELECT admit('mai', 'SGD-HP', 'recorder', 'HP-012');
        -- viewer: reads · recorder: adds records to units · manager: everything but cases · case-officer: cases

        DO $$
        DECLARE
            role text;
        BEGIN
            FOREACH role IN ARRAY ARRAY['sen_viewer', 'sen_recorder', 'sen_manager', 'sen_case_officer'] LOOP
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
                        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END;
            END LOOP;
        END $$;

        -- The unit whose records alone the user may see; nothing for the whole office.
        CREATE OR REPLACE FUNCTION own_limit() RETURNS text
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        BEGIN
            RETURN (SELECT unit FROM office_member WHERE login = session_user AND office = own_office());
        END $$;

        -- That unit and those under it today.
        CREATE OR REPLACE FUNCTION own_units() RETURNS SETOF bigint
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
        DECLARE
            today text := to_char(now() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD');
        BEGIN
            RETURN QUERY WITH RECURSIVE tree (id) AS (
                SELECT u.id FROM unit u WHERE u.code = own_limit() AND u.retired IS NULL
                UNION
                SELECT v.unit FROM unit_version v JOIN tree t ON v.manager = t.id
                WHERE v.retired IS NULL AND (v.since IS NULL OR v.since <= today)
                  AND (v.until IS NULL OR v.until > today)
            ) SELECT id FROM tree;
        END $$;

        CREATE OR REPLACE FUNCTION grant_rights() RETURNS void
        LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        DECLARE
            readers text := 'sen_viewer, sen_recorder, sen_manager, sen_case_officer';
            writers text := 'sen_recorder, sen_manager, sen_case_officer';
            keepers text := 'sen_manager, sen_case_officer';
            t record;
        BEGIN
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', current_schema(), readers);
            EXECUTE format('GRANT SELECT ON migration, database_stamp, office_turn, table_law TO %s', readers);
            EXECUTE format('GRANT INSERT, UPDATE ON office_turn TO %s', writers);
            FOR t IN
                SELECT c.relname AS name,
                    bool_or(a.attname = 'unit' AND a.atttypid = 'bigint'::regtype) AND c.relname NOT LIKE 'unit%'
                        AS of_units,
                    bool_or(a.attname = 'retired') AS holds_records
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                  AND NOT c.relispartition AND c.relname NOT IN ('office_turn', 'office_member')
                GROUP BY c.relname HAVING bool_or(a.attname = 'office')
            LOOP
                EXECUTE format('REVOKE ALL ON %I FROM %s', t.name, readers);
                IF t.name LIKE 'sealed%' OR t.name LIKE 'case%' THEN
                    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO sen_case_officer', t.name);
                ELSIF t.name = 'entry' THEN
                    -- Sentences tell of every unit, so readers of some units do not see them.
                    EXECUTE format('GRANT SELECT ON %I TO %s', t.name, keepers);
                    EXECUTE format('GRANT SELECT (office, seq, at, actor, origin, previous, hash) ON %I TO %s',
                        t.name, readers);
                    EXECUTE format('GRANT INSERT ON %I TO %s', t.name, writers);
                ELSIF t.name = 'attachment' THEN
                    EXECUTE format('GRANT SELECT ON %I TO %s', t.name, keepers);
                    EXECUTE format('GRANT SELECT (office, sha256) ON %I TO %s', t.name, readers);
                    EXECUTE format('GRANT INSERT ON %I TO %s', t.name, writers);
                ELSIF NOT t.holds_records THEN
                    -- What entries and runs of scripts keep beside records.
                    EXECUTE format('GRANT SELECT ON %I TO %s', t.name, readers);
                    EXECUTE format('GRANT INSERT ON %I TO %s', t.name, writers);
                    IF t.name <> 'entry_attachment' THEN
                        EXECUTE format('GRANT UPDATE, DELETE ON %I TO %s', t.name, writers);
                    END IF;
                ELSE
                    EXECUTE format('GRANT SELECT ON %I TO %s', t.name, readers);
                    EXECUTE format('GRANT INSERT, UPDATE ON %I TO sen_manager', t.name);
                    IF t.of_units THEN
                        EXECUTE format('GRANT INSERT, UPDATE (retired) ON %I TO sen_recorder', t.name);
                        EXECUTE format('DROP POLICY IF EXISTS units ON %I', t.name);
                        EXECUTE format('CREATE POLICY units ON %I AS RESTRICTIVE TO sen_viewer, sen_recorder
                            USING ((SELECT own_limit()) IS NULL OR unit IN (SELECT own_units()))', t.name);
                    END IF;
                END IF;
            END LOOP;
            -- Nobody writes in another's name.
            DROP POLICY IF EXISTS actor ON entry;
            EXECUTE format('CREATE POLICY actor ON entry AS RESTRICTIVE FOR INSERT TO %s
                WITH CHECK (actor = session_user)', readers);
        END $$;

        -- Lets a person in, or changes what he may do. His password is set with \\password.
        CREATE OR REPLACE FUNCTION admit(person text, its_office text, role text, its_unit text DEFAULT NULL)
        RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        DECLARE
            wanted text := 'sen_' || replace(role, '-', '_');
        BEGIN
            IF role NOT IN ('viewer', 'recorder', 'manager', 'case-officer') THEN
                RAISE 'The roles are viewer, recorder, manager and case-officer, not %', role;
            END IF;
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = person) THEN
                EXECUTE format('CREATE ROLE %I LOGIN', person);
            END IF;
            EXECUTE format('REVOKE sen_viewer, sen_recorder, sen_manager, sen_case_officer FROM %I', person);
            EXECUTE format('GRANT %I TO %I', wanted, person);
            INSERT INTO office_member (login, office, unit) VALUES (person, its_office, its_unit)
            ON CONFLICT (login, office) DO UPDATE SET unit = excluded.unit;
        END $$;

        SELECT grant_rights();
        """
}
